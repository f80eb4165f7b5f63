package dev.lockkeeper.adapter.persistence.identity;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface GrantRepository extends GenericRepository<GrantRow, Long> {

    @Query("""
            select t.id, t.scopes, t.expires_at, u.id as user_id, u.name as user_name, u.portal,
                   p.id as profile_id, p.name as profile_name, p.permissions
            from access_token t
                join crm_user u on u.id = t.user_id
                join profile p on p.id = u.profile_id
            where t.token_hash = :tokenHash
            """)
    Optional<GrantRow> findByTokenHash(byte[] tokenHash);
}
