package dev.lockkeeper.adapter.persistence.job;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@JdbcRepository(dialect = Dialect.POSTGRES)
interface JobRepository extends GenericRepository<JobRow, Long> {

    Optional<JobRow> findById(long id);

    @Query("select * from job where id < :before order by id desc limit :limit")
    List<JobRow> latest(long before, int limit);

    @Query("select distinct module_id from job where state in ('queued', 'running')")
    List<Long> modulesWithWork();

    @Query("""
            select * from job where module_id = :moduleId and state in ('queued', 'running') order by id limit 1
            """)
    Optional<JobRow> oldestOpen(long moduleId);

    @Query("update job set state = 'running', total = :total, started_at = :at where id = :id and state = 'queued'")
    void begin(long id, long total, Instant at);

    @Query("""
            update job set state = :state, finished_at = :at where id = :id and state in ('queued', 'running')
            """)
    void end(long id, String state, Instant at);
}
