package dev.lockkeeper.adapter.persistence.database;

import io.micronaut.context.ApplicationContext;
import java.util.HashMap;
import java.util.Map;

/** The adapter's beans on a migrated test database of their own. */
public final class PersistenceContext {

    private PersistenceContext() {}

    public static ApplicationContext on(TestDatabase database) {
        return on(database, Map.of());
    }

    /** One in which nothing is remembered for long, so that a revocation need not wait for long. */
    public static ApplicationContext thatForgets(TestDatabase database) {
        return on(database, Map.of("lockkeeper.decisions.max-lag", "20ms"));
    }

    /** One with these settings. */
    public static ApplicationContext on(TestDatabase database, Map<String, Object> settings) {
        Map<String, Object> properties = new HashMap<>(database.properties());
        properties.putAll(settings);
        properties.put("datasources.default.maximum-pool-size", 16);
        properties.put("flyway.datasources.default.enabled", true);
        return ApplicationContext.run(properties);
    }
}
