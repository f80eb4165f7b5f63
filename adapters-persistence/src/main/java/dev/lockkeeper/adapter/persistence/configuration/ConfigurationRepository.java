package dev.lockkeeper.adapter.persistence.configuration;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ConfigurationRepository extends GenericRepository<ConfigurationRow, Long> {

    Optional<ConfigurationRow> findByModuleId(long moduleId);
}
