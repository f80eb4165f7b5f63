package dev.lockkeeper.adapter.persistence.mirror;

import dev.lockkeeper.adapter.persistence.database.PersistenceContext;
import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.mirror.MirroredModules;
import dev.lockkeeper.domain.mirror.MirroredModulesContract;
import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;

class JdbcMirroredModulesTest implements MirroredModulesContract {

    private static final TestDatabase DATABASE = TestDatabase.create();
    private static final ApplicationContext CONTEXT = PersistenceContext.on(DATABASE);

    @BeforeEach
    void empty() {
        DATABASE.execute("delete from mirrored_module");
    }

    @AfterAll
    static void close() {
        CONTEXT.close();
    }

    @Override
    public MirroredModules modules() {
        return CONTEXT.getBean(MirroredModules.class);
    }
}
