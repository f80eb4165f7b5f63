package dev.lockkeeper.adapter.persistence.database;

import io.micronaut.flyway.FlywayConfigurationCustomizer;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/** Lets a migration of a large table take its time, where callers' statements are given up ({@link DriverSettings}). */
@Singleton
@Named("default")
final class LongMigrations implements FlywayConfigurationCustomizer, Callback {

    static final Duration LONGEST = Duration.ofHours(2);

    @Override
    public void customizeFluentConfiguration(FluentConfiguration flyway) {
        flyway.callbacks(this);
    }

    @Override
    public String getName() {
        return "default";
    }

    @Override
    public String getCallbackName() {
        return "long-migrations";
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE;
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            // The pool sets it back.
            context.getConnection().setNetworkTimeout(Runnable::run, Math.toIntExact(LONGEST.toMillis()));
        } catch (SQLException e) {
            throw new IllegalStateException("A migration cannot be given time", e);
        }
    }
}
