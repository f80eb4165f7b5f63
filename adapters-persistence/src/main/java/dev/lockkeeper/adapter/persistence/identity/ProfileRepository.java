package dev.lockkeeper.adapter.persistence.identity;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface ProfileRepository extends GenericRepository<ProfileRow, Long> {

    Optional<ProfileRow> findById(long id);

    Optional<ProfileRow> findByName(String name);
}
