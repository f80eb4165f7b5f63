package dev.lockkeeper.bootstrap.e2e;

import dev.lockkeeper.adapter.persistence.database.TestDatabase;
import dev.lockkeeper.domain.catalog.Catalog;

/** What a configured database has to hold before a record can be locked: the service itself makes no configurations. */
final class Given {

    private Given() {}

    /** A configuration of a module; the service has run on the database before, so that its administrator is there. */
    static void configuration(TestDatabase database, String module, String lockType) {
        database.execute(
                """
                insert into locking_configuration (module_id, lock_type, created_by, created_time)
                select %s, '%s', min(id), now() from crm_user
                """.formatted(Catalog.standard().find(module).orElseThrow().id(), lockType));
    }

    /** A user of a profile without permissions, who may call the lock calls with this token. */
    static void userWithoutPermissions(TestDatabase database, String token) {
        database.execute("""
                with p as (
                    insert into profile (name, permissions) values ('Standard', '{}') returning id
                ), u as (
                    insert into crm_user (name, profile_id, portal) select 'Standard User', id, false from p returning id
                )
                insert into access_token (user_id, token_hash, scopes, created_at)
                select id, sha256('%s'), '{zohocrm.modules.all,zohocrm.modules.lockinginformation.all}', now() from u
                """.formatted(token));
    }
}
