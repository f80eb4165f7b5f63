package dev.lockkeeper.domain.criteria;

import static dev.lockkeeper.domain.criteria.SampleModule.leaf;
import static dev.lockkeeper.domain.criteria.SampleModule.matches;
import static dev.lockkeeper.domain.criteria.SampleModule.operand;
import static dev.lockkeeper.domain.criteria.SampleModule.read;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lockkeeper.domain.identity.UserId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates, moments and the days that moments are in. Today is 24 November 2025 in Berlin, unless a test says otherwise. */
class DateComparisonTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        equal         | 2025-11-24             | 2025-11-24 | true
        equal         | 2025-11-24             | 2025-11-25 | false
        equal         | ${TODAY}               | 2025-11-24 | true
        equal         | ${YESTERDAY}           | 2025-11-23 | true
        equal         | ${TOMORROW}            | 2025-11-25 | true
        equal         | ${TOMORROW}            | 2025-11-24 | false
        not_equal     | ${TODAY}               | 2025-11-23 | true
        not_equal     | 2025-11-24             | 2025-11-24 | false
        in            | 2020-02-29,${TOMORROW} | 2025-11-25 | true
        in            | 2020-02-29,${TODAY}    | 2025-11-25 | false
        not_in        | 2020-02-29,${TODAY}    | 2025-11-25 | true
        not_in        | 2020-02-29,${TODAY}    | 2020-02-29 | false
        between       | ${YESTERDAY},${TODAY}  | 2025-11-23 | true
        between       | ${YESTERDAY},${TODAY}  | 2025-11-24 | true
        between       | ${YESTERDAY},${TODAY}  | 2025-11-25 | false
        not_between   | 2025-11-01,2025-11-30  | 2025-10-31 | true
        not_between   | 2025-11-01,2025-11-30  | 2025-11-30 | false
        greater_than  | ${TODAY}               | 2025-11-25 | true
        greater_than  | ${TODAY}               | 2025-11-24 | false
        greater_equal | ${TODAY}               | 2025-11-24 | true
        greater_equal | ${TODAY}               | 2025-11-23 | false
        less_than     | 2025-11-24             | 2025-11-23 | true
        less_than     | 2025-11-24             | 2025-11-24 | false
        less_equal    | 2025-11-24             | 2025-11-24 | true
        less_equal    | 2025-11-24             | 9999-12-31 | false
        """)
    void comparesDates(String comparator, String operand, String value, boolean expected) {
        assertThat(matches("date", comparator, operand(comparator, operand), value))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        equal         | 2018-09-01T01:00:00-04:00 | 2018-09-01T05:00:00Z        | true
        equal         | 2018-09-01T05:00Z         | 2018-09-01T07:00:00.0+02:00 | true
        equal         | 2018-09-01T05:00:00Z      | 2018-09-01T05:00:00.001Z    | false
        not_equal     | 2018-09-01T05:00:00Z      | 2018-09-01T05:00:00.001Z    | true
        not_equal     | 2018-09-01T05:00:00Z      | 2018-09-01T06:00:00+01:00   | false
        less_than     | 2018-09-01T05:00:00Z      | 2018-09-01T05:59:59+01:00   | true
        less_than     | 2018-09-01T05:00:00Z      | 2018-09-01T06:00:00+01:00   | false
        less_equal    | 2018-09-01T05:00:00Z      | 2018-09-01T06:00:00+01:00   | true
        greater_than  | 2018-09-01T05:00:00Z      | 2018-09-01T05:00:00Z        | false
        greater_than  | 2018-09-01T05:00:00Z      | 2018-09-01T05:00:00-00:01   | true
        greater_equal | 2018-09-01T05:00:00Z      | 2018-09-01T05:00:00Z        | true
        in            | 2018-09-01T05:00:00Z,2025-11-24 | 2018-09-01T06:00:00+01:00 | true
        in            | 2018-09-01T05:00:00Z,2025-11-24 | 2025-11-24T23:59:59+01:00 | true
        in            | 2018-09-01T05:00:00Z,2025-11-24 | 2025-11-25T00:00:00+01:00 | false
        not_in        | 2018-09-01T05:00:00Z,2025-11-24 | 2025-11-25T00:00:00+01:00 | true
        between       | 2018-09-01T05:00:00Z,${TODAY}   | 2018-09-01T05:00:00Z      | true
        between       | 2018-09-01T05:00:00Z,${TODAY}   | 2025-11-24T22:59:59Z      | true
        between       | 2018-09-01T05:00:00Z,${TODAY}   | 2025-11-24T23:00:00Z      | false
        not_between   | 2018-09-01T05:00:00Z,${TODAY}   | 2018-09-01T04:59:59Z      | true
        not_between   | 2018-09-01T05:00:00Z,${TODAY}   | 2020-01-01T00:00:00Z      | false
        """)
    void comparesMoments(String comparator, String operand, String value, boolean expected) {
        assertThat(matches("datetime", comparator, operand(comparator, operand), value))
                .isEqualTo(expected);
    }

    /** The day's first moment, its last second, and the seconds beside them, at days of 24, 23 and 25 hours. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Europe/Berlin       | 2025-11-24 | 2025-11-23T23:00:00Z | 2025-11-24T23:00:00Z
        Europe/Berlin       | 2025-03-30 | 2025-03-29T23:00:00Z | 2025-03-30T22:00:00Z
        Europe/Berlin       | 2025-10-26 | 2025-10-25T22:00:00Z | 2025-10-26T23:00:00Z
        America/Sao_Paulo   | 2018-11-04 | 2018-11-04T03:00:00Z | 2018-11-05T02:00:00Z
        America/Sao_Paulo   | 2018-02-17 | 2018-02-17T02:00:00Z | 2018-02-18T03:00:00Z
        America/Havana      | 2025-11-02 | 2025-11-02T04:00:00Z | 2025-11-03T05:00:00Z
        America/St_Johns    | 2010-11-06 | 2010-11-06T02:30:00Z | 2010-11-07T02:30:00Z
        America/St_Johns    | 2010-11-07 | 2010-11-07T02:30:00Z | 2010-11-08T03:30:00Z
        Asia/Kolkata        | 2025-11-24 | 2025-11-23T18:30:00Z | 2025-11-24T18:30:00Z
        Pacific/Apia        | 2011-12-31 | 2011-12-30T10:00:00Z | 2011-12-31T10:00:00Z
        """)
    void takesADayForAllTheTimeUntilTheNext(ZoneId zone, LocalDate day, Instant start, Instant end) {
        Occasion occasion = new Occasion(day, zone, null);
        for (String operand : List.of(day.toString(), "${TODAY}")) {
            assertHolds(occasion, operand, start.minusSeconds(1), "less_than", "less_equal", "not_equal");
            assertHolds(occasion, operand, start, "equal", "less_equal", "greater_equal");
            assertHolds(occasion, operand, end.minusSeconds(1), "equal", "less_equal", "greater_equal");
            assertHolds(occasion, operand, end, "greater_than", "greater_equal", "not_equal");
        }
    }

    private static void assertHolds(Occasion occasion, String day, Instant moment, String... comparators) {
        Map<String, String> record = Map.of("datetime", moment.toString());
        for (String comparator :
                List.of("equal", "not_equal", "less_than", "less_equal", "greater_than", "greater_equal")) {
            assertThat(matches(leaf("datetime", comparator, day), record, occasion))
                    .as("%s %s %s", moment, comparator, day)
                    .isEqualTo(List.of(comparators).contains(comparator));
        }
        assertThat(matches(leaf("datetime", "between", List.of(day, day)), record, occasion))
                .isEqualTo(List.of(comparators).contains("equal"));
    }

    /** Samoa went from 29 to 31 December 2011 at once. */
    @Test
    void findsNoMomentInADayThatAZoneLeftOut() {
        Occasion occasion = new Occasion(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia"), null);
        Instant change = Instant.parse("2011-12-30T10:00:00Z");

        assertHolds(occasion, "2011-12-30", change.minusSeconds(1), "less_than", "less_equal", "not_equal");
        assertHolds(occasion, "2011-12-30", change, "greater_than", "greater_equal", "not_equal");
    }

    @Test
    void takesTheDaysOfTheOccasionEvenIfValuesWereReadForAnotherZone() {
        Criteria criteria = read(SampleModule.MODULE, leaf("datetime", "equal", "${TODAY}"));
        Map<String, String> record = Map.of("datetime", "2025-11-23T23:30:00Z");
        FieldValues values = FieldValues.of(criteria.fields(), record, ZoneOffset.UTC);
        LocalDate today = LocalDate.of(2025, 11, 24);

        assertThat(criteria.matches(values, new Occasion(today, SampleModule.ZONE, null)))
                .isTrue();
        assertThat(criteria.matches(values, new Occasion(today, ZoneOffset.UTC, null)))
                .isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "2025-11-23T23:30:00Z, Europe/Berlin, 2025-11-24",
        "2025-11-23T23:30:00Z, UTC, 2025-11-23",
        "2010-11-07T02:30:30Z, America/St_Johns, 2010-11-07",
        "2010-11-07T03:00:00Z, America/St_Johns, 2010-11-07",
    })
    void knowsTheDayOfAnOccasion(Instant now, ZoneId zone, LocalDate today) {
        UserId user = new UserId(1);

        assertThat(Occasion.at(now, zone, user)).isEqualTo(new Occasion(today, zone, user));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ownerlookup", "userlookup"})
    void comparesWithTheCurrentUser(String field) {
        String me = "${CURRENTUSER}";
        Map<String, String> mine = Map.of(field, "58001");
        Map<String, String> nobodys = Map.of();
        Occasion occasion = SampleModule.OCCASION;
        Occasion nobody = new Occasion(occasion.today(), occasion.zone(), null);

        assertThat(matches(leaf(field, "equal", me), mine, occasion)).isTrue();
        assertThat(matches(leaf(field, "not_equal", me), mine, occasion)).isFalse();
        assertThat(matches(leaf(field, "in", List.of("1", me)), mine, occasion)).isTrue();
        assertThat(matches(leaf(field, "not_in", List.of("1", me)), mine, occasion))
                .isFalse();
        assertThat(matches(leaf(field, "equal", me), Map.of(field, 58002), occasion))
                .isFalse();
        for (Map<String, String> record : List.of(mine, nobodys)) {
            assertThat(matches(leaf(field, "equal", me), record, nobody)).isFalse();
            assertThat(matches(leaf(field, "in", List.of(me)), record, nobody)).isFalse();
            assertThat(matches(leaf(field, "not_equal", me), record, nobody)).isTrue();
            assertThat(matches(leaf(field, "not_in", List.of(me)), record, nobody))
                    .isTrue();
        }
    }
}
