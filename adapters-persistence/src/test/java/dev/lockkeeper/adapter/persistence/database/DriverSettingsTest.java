package dev.lockkeeper.adapter.persistence.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micronaut.context.ApplicationContext;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

class DriverSettingsTest {

    @Test
    void reachTheDriver() throws SQLException {
        try (ApplicationContext context = PersistenceContext.on(TestDatabase.create());
                Connection connection = DelegatingDataSource.unwrapDataSource(context.getBean(DataSource.class))
                        .getConnection();
                Statement statement = connection.createStatement()) {
            assertThat(Duration.ofMillis(connection.getNetworkTimeout()))
                    .isEqualTo(Duration.ofSeconds(DriverSettings.SOCKET_TIMEOUT_SECONDS));
            assertThat(connection.getClientInfo("ApplicationName")).isEqualTo("lockkeeper");
            statement.execute("create temporary table secret (text text check (text <> 'a reason'))");
            assertThatThrownBy(() -> statement.execute("insert into secret values ('a reason')"))
                    .hasMessageContaining("violates check constraint")
                    .message()
                    .doesNotContain("a reason");
        }
    }
}
