package dev.lockkeeper.bootstrap.architecture;

import static dev.lockkeeper.bootstrap.architecture.HouseClasses.PLANTED;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a rule says about the house of planted violations; names are those below its root package. */
final class PlantedViolations {

    private static final House HOUSE = PLANTED.house();

    /** The first thing between angle brackets is what breaks the rule; the second is what it should not touch. */
    private static final Pattern OFFENDER = Pattern.compile("^[^<]*<([^(>]+)", Pattern.MULTILINE);

    private PlantedViolations() {}

    private static Stream<String> offenders(ArchRule rule, JavaClasses classes) {
        return rule.evaluate(classes).getFailureReport().getDetails().stream()
                .flatMap(detail -> OFFENDER.matcher(detail).results())
                .map((MatchResult found) -> found.group(1))
                .map(offender -> offender.substring(HOUSE.root().length() + 1));
    }

    /** The classes that a rule names, as breaking it. */
    static Set<String> offendingClasses(ArchRule rule, JavaClasses classes) {
        Set<String> known = PLANTED.withTests().stream()
                .map(javaClass -> javaClass.getName().substring(HOUSE.root().length() + 1))
                .collect(Collectors.toSet());
        return offenders(rule, classes)
                .map(offender -> known.contains(offender) ? offender : offender.substring(0, offender.lastIndexOf('.')))
                .filter(offender -> !offender.endsWith("package-info"))
                .collect(Collectors.toSet());
    }

    /** The rule names these classes, and no others. */
    static void reports(ArchRule rule, String... planted) {
        assertThat(offendingClasses(rule, PLANTED.main())).containsExactlyInAnyOrder(planted);
    }

    /** Every method of a class, or every component of a record, was planted to break the rule in a way of its own. */
    static void reportsAllOf(ArchRule rule, String planted) {
        JavaClass javaClass = PLANTED.main().get(HOUSE.root() + "." + planted);
        boolean hasMethods = !javaClass.isRecord() && !javaClass.getMethods().isEmpty();
        Set<? extends JavaMember> members = hasMethods ? javaClass.getMethods() : javaClass.getFields();
        List<String> expected = members.stream()
                .map(JavaMember::getName)
                .filter(name -> !name.startsWith("lambda$"))
                .map(name -> planted + "." + name)
                .toList();

        assertThat(offenders(rule, PLANTED.main())).containsAll(expected);
    }
}
