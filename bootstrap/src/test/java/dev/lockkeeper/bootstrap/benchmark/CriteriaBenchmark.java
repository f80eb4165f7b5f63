package dev.lockkeeper.bootstrap.benchmark;

import dev.lockkeeper.domain.catalog.Catalog;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.criteria.Criteria;
import dev.lockkeeper.domain.criteria.CriteriaReader;
import dev.lockkeeper.domain.criteria.FieldValues;
import dev.lockkeeper.domain.criteria.Occasion;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Evaluates a rule of five leaves, in two groups, on a record for which every leaf has to be looked at. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class CriteriaBenchmark {

    private static final CrmModule LEADS = Catalog.standard().find("Leads").orElseThrow();

    private static final Map<String, Object> RECORD = Map.of(
            "Lead_Status", "Contacted",
            "Annual_Revenue", new BigDecimal("250000.50"),
            "Created_Time", "2026-03-04T12:00:00+01:00",
            "Company", "Straße & Söhne",
            "Owner", Map.of("id", "1777000000001000002", "name", "Ada"));

    private final Criteria rule = read(group(
            "AND",
            leaf("Lead_Status", "equal", "CONTACTED"),
            leaf("Annual_Revenue", "between", List.of("100000", "1e6")),
            leaf("Created_Time", "less_than", "2027-01-01T00:00:00Z"),
            group(
                    "OR",
                    leaf("Company", "contains", "nothing of the kind"),
                    leaf("Owner", "in", List.of("1777000000001000001", "1777000000001000002")))));

    private final FieldValues record = FieldValues.of(rule.fields(), RECORD, ZoneOffset.UTC);
    private final Occasion occasion = Occasion.at(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC, null);

    /** Judges values that have been read. */
    @Benchmark
    public boolean evaluate() {
        return rule.matches(record, occasion);
    }

    /** Reads the values that the rule compares, and judges them. */
    @Benchmark
    public boolean readAndEvaluate() {
        return rule.matches(FieldValues.of(rule.fields(), RECORD, ZoneOffset.UTC), occasion);
    }

    private static Criteria read(Object tree) {
        return ((CriteriaReader.Read) CriteriaReader.read(LEADS, tree)).criteria();
    }

    private static Map<String, Object> group(String operator, Object... members) {
        return Map.of("group_operator", operator, "group", List.of(members));
    }

    private static Map<String, Object> leaf(String field, String comparator, Object value) {
        return Map.of("field", Map.of("api_name", field), "comparator", comparator, "value", value);
    }
}
