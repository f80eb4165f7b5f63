package dev.lockkeeper.adapter.persistence.database;

import io.micronaut.configuration.jdbc.hikari.DatasourceConfiguration;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import jakarta.inject.Singleton;

/**
 * What every connection asks of PostgreSQL's driver, unless the URL says otherwise. Set here because Micronaut rewrites
 * the names of properties in its files, and the driver passes over names that it does not know.
 */
@Singleton
final class DriverSettings implements BeanCreatedEventListener<DatasourceConfiguration> {

    /**
     * After so many seconds without an answer a connection is given up: a backstop for a network that swallows packets.
     * A change that takes long is cancelled before.
     */
    static final int SOCKET_TIMEOUT_SECONDS = 15;

    private static final int CONNECT_TIMEOUT_SECONDS = 5;

    @Override
    public DatasourceConfiguration onCreated(BeanCreatedEvent<DatasourceConfiguration> event) {
        DatasourceConfiguration configuration = event.getBean();
        configuration.addDataSourceProperty("ApplicationName", "lockkeeper");
        configuration.addDataSourceProperty("tcpKeepAlive", "true");
        configuration.addDataSourceProperty("connectTimeout", Integer.toString(CONNECT_TIMEOUT_SECONDS));
        configuration.addDataSourceProperty("socketTimeout", Integer.toString(SOCKET_TIMEOUT_SECONDS));
        // The detail of a server's error may quote a row, and with it a reason.
        configuration.addDataSourceProperty("logServerErrorDetail", "false");
        return configuration;
    }
}
