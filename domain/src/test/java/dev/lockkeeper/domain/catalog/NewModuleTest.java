package dev.lockkeeper.domain.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewModuleTest {

    private final AtomicLong ids = new AtomicLong(100);

    @ParameterizedTest
    @ValueSource(strings = {"V", "visits", "Visits__c", "V_9", "Locking_Information__s"})
    void takesApiNamesOfLettersDigitsAndUnderscores(String apiName) {
        assertThatCode(() -> new NewModule(apiName, "Visits", List.of())).doesNotThrowAnyException();
        assertThatCode(() -> field(apiName)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "9V", "_V", "V-1", "V 1", "V.1", "Vé", "Ⅴ", "V1\n", "V\u0000", "V１"})
    void refusesOtherApiNames(String apiName) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewModule(apiName, "Visits", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> field(apiName));
    }

    @ParameterizedTest
    @ValueSource(strings = {"V", " Visits ", "Посещения", "🔒", "a\u00A0b", "0"})
    void takesLabelsOfAnyText(String label) {
        assertThatCode(() -> new NewModule("Visits", label, List.of())).doesNotThrowAnyException();
        assertThatCode(() -> new NewField("City", label, FieldType.TEXT, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u00A0\u2003", "a\nb", "a\tb", "\u0000", "\uD83D", "a\uDD12", "\u0085"})
    void refusesLabelsThatAreBlankOrNoText(String label) {
        assertThatIllegalArgumentException().isThrownBy(() -> new NewModule("Visits", label, List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewField("City", label, FieldType.TEXT, false));
    }

    @Test
    void limitsNamesAndLabelsToAHundredCharacters() {
        assertThatCode(() -> new NewModule("v".repeat(100), "🔒".repeat(100), List.of()))
                .doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new NewModule("v".repeat(101), "v", List.of()));
        assertThatIllegalArgumentException().isThrownBy(() -> new NewModule("v", "🔒".repeat(101), List.of()));
    }

    @Test
    void limitsAddedFieldsToFiveHundred() {
        List<NewField> most =
                IntStream.range(0, 500).mapToObj(i -> field("f" + i)).toList();
        List<NewField> tooMany = new ArrayList<>(most);
        tooMany.add(field("another"));

        assertThatCode(() -> new NewModule("Visits", "Visits", most)).doesNotThrowAnyException();
        assertThatIllegalArgumentException().isThrownBy(() -> new NewModule("Visits", "Visits", tooMany));
    }

    @Test
    @ResourceLock(Resources.LOCALE)
    void refusesFieldsWhoseNamesDifferOnlyInCaseOnATurkishMachineToo() {
        List<NewField> fields = List.of(field("CITIES"), field("cities"));
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("tr-TR"));
        try {
            assertThatIllegalArgumentException().isThrownBy(() -> new NewModule("Visits", "Visits", fields));
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void findsTheFirstFieldThatEveryCustomModuleHas() {
        assertThat(new NewModule("Visits", "Visits", List.of(field("City"), field("email"), field("ID")))
                        .firstTakenName())
                .hasValue("email");
        assertThat(new NewModule("Visits", "Visits", List.of(field("City"))).firstTakenName())
                .isEmpty();
    }

    @Test
    void becomesAModuleAsZohoMakesThem() {
        CrmModule visits =
                new NewModule("Visits", "Visit", List.of(field("City"))).create(new ModuleId(7), 3, this::nextId);

        assertThat(visits.id()).isEqualTo(new ModuleId(7));
        assertThat(visits.moduleName()).isEqualTo("CustomModule3");
        assertThat(visits.scopeWord()).isEqualTo("custom");
        assertThat(visits.locking()).isEqualTo(LockingSupport.SUPPORTED);
        assertThat(visits.fields())
                .extracting(field -> field.apiName() + " " + field.type().zohoName() + (field.readOnly() ? " ro" : "")
                        + (field.custom() ? " custom" : ""))
                .containsExactly(
                        "Name text",
                        "Owner ownerlookup",
                        "Email email",
                        "id bigint ro",
                        "Created_By ownerlookup ro",
                        "Modified_By ownerlookup ro",
                        "Created_Time datetime ro",
                        "Modified_Time datetime ro",
                        "Last_Activity_Time datetime ro",
                        "Tag text",
                        "Locked__s boolean ro",
                        "City text custom");
    }

    @Test
    void becomesNoModuleWithTwoFieldsOfOneName() {
        NewModule visits = new NewModule("Visits", "Visit", List.of(field("owner")));

        assertThatIllegalArgumentException().isThrownBy(() -> visits.create(new ModuleId(7), 3, this::nextId));
    }

    private FieldId nextId() {
        return new FieldId(ids.incrementAndGet());
    }

    private static NewField field(String apiName) {
        return new NewField(apiName, apiName, FieldType.TEXT, false);
    }
}
