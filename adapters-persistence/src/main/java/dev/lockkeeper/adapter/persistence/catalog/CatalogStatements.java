package dev.lockkeeper.adapter.persistence.catalog;

/** The SQL of {@link JdbcModules}. */
final class CatalogStatements {

    static final String VERSION = "select version from catalog_version";

    /** The first statement of every change: others wait here, and then see what was done. */
    static final String ONE_AT_A_TIME = "select version from catalog_version for update";

    /** One statement, so that the version is that of the rows; one row without a field where nothing was added. */
    static final String READ = """
            select version, module_id, number, custom_module.api_name as module_name, custom_module.label as module_label,
                   module_field.id as field_id, module_field.api_name, module_field.label, data_type, read_only, added
            from catalog_version
            left join module_field on true
            left join custom_module on custom_module.id = module_id
            order by number nulls first, module_id, place
            """;

    static final String NEXT_IDS = "select nextval('crm_id') as id from generate_series(1, ?)";

    static final String INSERT_MODULE = "insert into custom_module (id, number, api_name, label) values (?, ?, ?, ?)";

    static final String USED_FIELDS = """
            select unnest(used_field_ids) as field_id from locking_configuration
            where module_id = ? and deleted_time is null
            """;

    static final String DELETE_ADDED_FIELDS = "delete from module_field where module_id = ? and added";

    static final String INSERT_FIELD = """
            insert into module_field (id, module_id, place, api_name, label, data_type, read_only, added)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    static final String NEXT_VERSION = "update catalog_version set version = version + 1";

    private CatalogStatements() {}
}
