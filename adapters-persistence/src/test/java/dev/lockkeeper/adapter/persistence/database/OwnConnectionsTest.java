package dev.lockkeeper.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.context.ApplicationContext;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class OwnConnectionsTest {

    private static final TestDatabase DATABASE = TestDatabase.create();

    @Test
    void areThoseOfThePoolsUser() throws SQLException {
        try (ApplicationContext context = ApplicationContext.run(DATABASE.properties())) {
            connects(context);
        }
    }

    @Test
    void areThoseOfTheUrlsUserWhereNoneIsConfigured() throws SQLException {
        String url = DATABASE.url()
                + (DATABASE.url().contains("?") ? "&" : "?")
                + "user=%s&password=%s".formatted(DATABASE.username(), DATABASE.password());
        Map<String, Object> properties = Map.of("datasources.default.url", url);
        try (ApplicationContext context = ApplicationContext.run(properties)) {
            connects(context);
        }
    }

    private static void connects(ApplicationContext context) throws SQLException {
        OwnConnections connections = context.getBean(OwnConnections.class);
        try (Connection connection = connections.connect()) {
            assertThat(connections
                            .on(connection)
                            .query("select current_user as name", _ -> {}, row -> row.getString("name")))
                    .containsExactly(DATABASE.username());
        }
    }
}
