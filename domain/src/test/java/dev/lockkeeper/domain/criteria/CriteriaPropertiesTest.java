package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.group;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static dev.lockkeeper.domain.criteria.SampleModule.with;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.catalog.CrmModule;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for all criteria, whatever they ask of whichever record. */
class CriteriaPropertiesTest {

    private static final List<Comparator> NEGATABLE =
            List.of(Comparator.EQUAL, Comparator.IN, Comparator.BETWEEN, Comparator.CONTAINS);

    record Case(CrmModule module, Map<String, Object> tree, Map<String, Object> record, Occasion occasion) {

        boolean matches(Map<String, Object> other) {
            Criteria criteria = read(module, other);
            return criteria.matches(FieldValues.of(criteria.fields(), record, occasion.zone()), occasion);
        }
    }

    record TwoComparisons(Case one, Map<String, Object> other) {}

    @Provide
    Arbitrary<Case> anyCase() {
        return AnyCriteria.module()
                .flatMap(module -> Combinators.combine(
                                AnyCriteria.tree(module, 3), AnyCriteria.anyRecord(module), AnyCriteria.occasion())
                        .as((tree, record, occasion) -> new Case(module, tree, record, occasion)));
    }

    @Provide
    Arbitrary<TwoComparisons> comparisonsThatHaveANegation() {
        return AnyCriteria.module()
                .flatMap(module -> Combinators.combine(
                                AnyCriteria.comparison(module, NEGATABLE),
                                AnyCriteria.comparison(module, NEGATABLE),
                                AnyCriteria.wellFormedRecord(module),
                                AnyCriteria.occasion())
                        .as((a, b, record, occasion) -> new TwoComparisons(new Case(module, a, record, occasion), b)));
    }

    @Property
    void readsBackWhatItPrints(@ForAll @From("anyCase") Case any) {
        Criteria criteria = read(any.module(), any.tree());
        Map<String, Object> printed = criteria.toTree();

        assertThat(read(any.module(), printed)).isEqualTo(criteria).hasSameHashCodeAs(criteria);
        assertThat(read(any.module(), printed).toTree()).isEqualTo(printed);
        assertThat(read(any.module(), new TreeMap<>(printed))).isEqualTo(criteria);
    }

    @Property
    void matchesWhatTheContractSays(@ForAll @From("anyCase") Case any) {
        NaiveEvaluation naive = new NaiveEvaluation(any.module(), any.record(), any.occasion());

        assertThat(any.matches(any.tree())).isEqualTo(naive.matches(any.tree()));
    }

    @Property
    void matchesAsManyRecordsPrintedAsSent(@ForAll @From("anyCase") Case any) {
        assertThat(any.matches(read(any.module(), any.tree()).toTree())).isEqualTo(any.matches(any.tree()));
    }

    @Property
    void keepsToDeMorgan(@ForAll @From("comparisonsThatHaveANegation") TwoComparisons two) {
        Map<String, Object> a = two.one().tree();
        Map<String, Object> b = two.other();

        assertThat(!two.one().matches(group("AND", a, b))).isEqualTo(two.one().matches(group("OR", not(a), not(b))));
        assertThat(!two.one().matches(group("OR", a, b))).isEqualTo(two.one().matches(group("AND", not(a), not(b))));
    }

    private static Map<String, Object> not(Map<String, Object> comparison) {
        return with(comparison, "comparator", "not_" + comparison.get("comparator"));
    }
}
