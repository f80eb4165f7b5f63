package dev.lockkeeper.adapter.rest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonDocumentTest {

    @Test
    void readsATree() {
        assertThat(read(" {\"b\":[1,\"x\",true,false,null,{}],\"a\":{\"\":[]}} \n"))
                .hasValue(Map.of(
                        "b",
                        Arrays.asList(BigDecimal.ONE, "x", true, false, null, Map.of()),
                        "a",
                        Map.of("", List.of())));
    }

    @Test
    void keepsTheOrderOfKeysAndKeysWithoutValue() {
        assertThat(read("{\"z\":1,\"a\":null,\"m\":2}")).hasValueSatisfying(object -> {
            assertThat(object).isInstanceOf(LinkedHashMap.class);
            assertThat(((Map<?, ?>) object).keySet().toString()).isEqualTo("[z, a, m]");
            assertThat(((Map<?, ?>) object).get("a")).isNull();
        });
    }

    @Test
    void readsTexts() {
        assertThat(read("\"x\"")).hasValue("x");
        assertThat(read("\"\"")).hasValue("");
        assertThat(read("\"é\\u00e9\\ud83d\\udd12\"")).hasValue("éé🔒");
        assertThat(read("\"\\n\\u0000\"")).hasValue("\n\0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0", "1.50", "1e400", "-1E-7", "12345678901234567890.123456789", "1e999999999"})
    void readsNumbersExactly(String json) {
        assertThat(read(json)).hasValue(new BigDecimal(json));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1e9999999999", "01", "+1", ".5", "1.", "NaN", "-Infinity", "0x1", "--1"})
    void readsNoOtherNumbers(String json) {
        assertThat(read(json)).isEmpty();
        assertThat(read("[" + json + "]")).isEmpty();
    }

    @Test
    void readsNumbersUpToALimit() {
        String longest = "1".repeat(JsonDocument.MAX_NUMBER_LENGTH);
        assertThat(read(longest)).hasValue(new BigDecimal(longest));
        assertThat(read(longest + "1")).isEmpty();
        assertThat(read("-" + longest)).isEmpty();
        assertThat(read("0." + longest)).isEmpty();
        assertThat(read("[0." + longest + "]")).isEmpty();
        assertThat(read("1e" + "0".repeat(JsonDocument.MAX_NUMBER_LENGTH) + "1"))
                .isEmpty();
    }

    @Test
    void readsNestingUpToALimit() {
        assertThat(read("[".repeat(64) + "]".repeat(64))).isPresent();
        assertThat(read("[".repeat(65) + "]".repeat(65))).isEmpty();
        assertThat(read("{\"a\":".repeat(64) + "1" + "}".repeat(64))).isPresent();
        assertThat(read("{\"a\":".repeat(65) + "1" + "}".repeat(65))).isEmpty();
        assertThat(read("[".repeat(100_000))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "{",
                "[",
                "[1",
                "[1,",
                "{\"a\"",
                "{\"a\":",
                "{\"a\":1",
                "\"x",
                "tru",
                "[1,]",
                "{,}",
                "{\"a\":1,}",
                "{a:1}",
                "'x'",
                "]",
                "}",
                ":",
                "/**/1",
                "1//",
                "# 1",
                "\"\\x\"",
                "\"\n\"",
                "\uFEFF1",
                "\"a\u0000\""
            })
    void readsNothingElse(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 1", "{}{}", "[]]", "{}}", "1,", "{} null", "1\u0000", "{} /**/"})
    void readsNothingWhereMoreFollows(String json) {
        assertThat(read(json)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"a\":1,\"a\":1}",
                "{\"a\":1,\"\\u0061\":2}",
                "[{\"b\":{\"a\":1,\"c\":[],\"a\":null}}]",
                "{\"\":1,\"\":2}"
            })
    void readsNoKeyTwice(String json) {
        assertThat(read(json)).isEmpty();
    }

    @Test
    void takesKeysThatDifferInCaseForTwo() {
        assertThat(read("{\"a\":1,\"A\":1,\"b\":{\"a\":1}}")).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22ff22", "22c080 22", "22eda08022", "22f490808022", "22c3", "fffe3100", "0031"})
    void readsNothingThatIsNotUtf8(String hex) {
        assertThat(JsonDocument.read(HexFormat.of().parseHex(hex.replace(" ", ""))))
                .isEmpty();
    }

    @Test
    void readsALargeBody() {
        String elements = String.join(",", Collections.nCopies(200_000, "[]"));
        assertThat(read("[" + elements + "]"))
                .hasValueSatisfying(array -> assertThat((List<?>) array).hasSize(200_000));
    }

    private static Optional<Object> read(String json) {
        return JsonDocument.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
