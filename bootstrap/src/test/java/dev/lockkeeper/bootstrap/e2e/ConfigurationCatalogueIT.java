package dev.lockkeeper.bootstrap.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every body of the configuration calls in the catalogue of Zoho's bodies, from each call that it belongs to. */
class ConfigurationCatalogueIT {

    private static final String CATALOGUE = "/catalogue/record_locking_configurations.json";

    /** Rows that nothing can be answered with here, and why. */
    private static final Map<String, String> NOT_ANSWERED = Map.of("edition", "every edition has the feature here");

    private static final String STANDARD = "standard.user";
    private static final JsonMapper JSON = new JsonMapper();
    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ServiceProcess SERVICE =
            ServiceProcess.builder().on(DATABASE).start();

    private final ConfigurationRequests requests =
            new ConfigurationRequests(DATABASE, SERVICE.client(), new Client(SERVICE.url(), STANDARD));

    /** A row of the catalogue: what some operations answer. */
    private record Row(List<String> operations, int status, String name, JsonNode body) {

        static Row of(JsonNode row) {
            List<String> operations = new ArrayList<>();
            row.at("/operations").forEach(operation -> operations.add(operation.asText()));
            return new Row(operations, row.at("/http").asInt(), row.at("/name").asText(), row.at("/body"));
        }
    }

    @BeforeAll
    static void addUser() {
        Given.userWithoutPermissions(DATABASE, STANDARD);
    }

    @AfterAll
    static void stop() {
        SERVICE.close();
    }

    @TestFactory
    Stream<DynamicTest> answersAsTheCatalogueSays() throws IOException {
        return rows().stream()
                .filter(row -> !NOT_ANSWERED.containsKey(row.name()))
                .flatMap(row -> row.operations().stream()
                        .map(operation ->
                                DynamicTest.dynamicTest(operation + " " + row.name(), () -> check(row, operation))));
    }

    @Test
    void namesTheRowsOfTheCatalogueOnly() throws IOException {
        Set<String> named = new HashSet<>(requests.names());
        named.addAll(NOT_ANSWERED.keySet());

        assertThat(rows()).hasSize(37).extracting(Row::name).hasSameElementsAs(named);
    }

    private void check(Row row, String operation) {
        List<HttpResponse<String>> answers = requests.send(row.name(), operation);

        assertThat(answers).isNotEmpty().allSatisfy(answer -> {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(row.status());
            if (row.body().isNull()) {
                assertThat(answer.body()).isEmpty();
            } else if (row.name().equals("success")) {
                // As text, so that the order of keys counts as well.
                assertThat(withoutWhatDiffers(JSON.readTree(answer.body()))).isEqualTo(withoutWhatDiffers(row.body()));
            } else {
                assertThat(JSON.readTree(answer.body())).isEqualTo(refusal(row, operation));
            }
        });
    }

    /**
     * The row's body, but for the room that is left where it cannot be the row's: a list that is replaced as a whole has
     * room for all that it may hold, and so has any list of a configuration that is new.
     */
    private static JsonNode refusal(Row row, String operation) {
        JsonNode body = row.body().deepCopy();
        boolean hasRulesAlready = row.name().equals("limit locking_rules") && !operation.equals("POST");
        if (body.at("/record_locking_configurations/0/details") instanceof ObjectNode details
                && details.has("available_limit")
                && !hasRulesAlready) {
            details.set("available_limit", details.at("/limit"));
        }
        return body;
    }

    /** Ids, times and the names of people become what they are. */
    private static String withoutWhatDiffers(JsonNode json) {
        return json.toString()
                .replaceAll("\"id\":\"[1-9][0-9]*\"", "\"id\":\"an id\"")
                .replaceAll(
                        "_time\":\"\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d[+-]\\d\\d:\\d\\d\"", "_time\":\"a time\"")
                .replaceAll("_by\":\\{\"name\":\"[^\"]+\"", "_by\":{\"name\":\"a name\"");
    }

    private static List<Row> rows() throws IOException {
        try (InputStream catalogue =
                Objects.requireNonNull(ConfigurationCatalogueIT.class.getResourceAsStream(CATALOGUE))) {
            List<Row> rows = new ArrayList<>();
            JSON.readTree(catalogue).forEach(row -> rows.add(Row.of(row)));
            return rows;
        }
    }
}
