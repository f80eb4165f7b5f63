package dev.lockkeeper.domain.catalog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Reads the standard modules from text blocks, one a module. The first line of a block describes the module, each
 * further line a field:
 *
 * <pre>
 * number | Api_Name | ModuleName | Singular label | Plural label | locking support
 * Api_Name | Label | data type | ro or rw | pick,list,values
 * </pre>
 *
 * <p>Ids follow from the module's number and the field's line, and are stored by those who use them. Therefore a
 * module's number is never changed nor given to another, and lines are only ever <em>appended</em> to a block: never
 * inserted, moved or removed.
 *
 * <p>Subforms such as {@code Quoted_Items} are left out: their values are records of other modules, which no locking
 * rule compares, and Zoho's Java SDK fails on a subform whose metadata does not name its module.
 */
final class StandardModules {

    private static final long ORGANIZATION_BASE = Catalog.ORGANIZATION * 1_000_000_000_000L;
    private static final long MODULE_BASE = ORGANIZATION_BASE + 2_000;
    private static final long FIELD_BASE = ORGANIZATION_BASE + 10_000;
    private static final int FIELD_IDS_PER_MODULE = 1_000;

    /**
     * Fields that several modules have. Their ids within a module start after {@code offset}, out of reach of the
     * module's own lines, so that either can grow.
     */
    record SharedFields(int offset, String lines) {}

    private static final int OWN_FIELDS_OFFSET = 0;

    private static final SharedFields SYSTEM_FIELDS = new SharedFields(800, """
        id                 | Record Id          | bigint      | ro
        Created_By         | Created By         | ownerlookup | ro
        Modified_By        | Modified By        | ownerlookup | ro
        Created_Time       | Created Time       | datetime    | ro
        Modified_Time      | Modified Time      | datetime    | ro
        Last_Activity_Time | Last Activity Time | datetime    | ro
        Tag                | Tag                | text        | rw
        Locked__s          | Locked             | boolean     | ro
        """);

    /** What users find in a custom module that they have just made, in Zoho CRM as here. */
    private static final String FIELDS_OF_CUSTOM_MODULES = """
        Name  | Name  | text        | rw
        Owner | Owner | ownerlookup | rw
        Email | Email | email       | rw
        """;

    /** The nine fields of seed 001; only the reason is the client's to set. It has no system fields besides. */
    private static final String LOCKING_INFORMATION = """
        19 | Locking_Information__s | LockingInformation | Locking Information | Locking Information | HOLDS_LOCKS
        Locked_Reason__s                   | Locked Reason                   | textarea            | rw
        Lock_Source__s                     | Lock Source                     | picklist            | ro \
          | Manual,Automatic,Both
        Locked_For__s                      | Locked For                      | multi_module_lookup | ro
        Locked_Time__s                     | Locked Time                     | datetime            | ro
        Locked_By__s                       | Locked By                       | userlookup          | ro
        id                                 | Record Id                       | bigint              | ro
        Record_Locking_Rule_Id__s          | Record Locking Rule Id          | bigint              | ro
        Record_Locking_Configuration_Id__s | Record Locking Configuration Id | bigint              | ro
        Feature_Type__s                    | Feature Type                    | picklist            | ro \
          | record_locking
        """;

    private StandardModules() {}

    /** Every standard module, sales first, {@code Locking_Information__s} last. */
    static List<CrmModule> all() {
        return Stream.of(
                        SalesModules.all(),
                        ActivityModules.all(),
                        SupportModules.all(),
                        ProductModules.all(),
                        OrderModules.all(),
                        List.of(parsed(LOCKING_INFORMATION, List.of())))
                .flatMap(List::stream)
                .toList();
    }

    /** The fields that every custom module has; a store gives them ids, so that these lines are bound to none. */
    static List<NewField> fieldsOfCustomModules() {
        return Stream.concat(
                        FIELDS_OF_CUSTOM_MODULES.lines(), SYSTEM_FIELDS.lines().lines())
                .map(StandardModules::columns)
                .map(columns -> new NewField(columns.getFirst(), columns.get(1), type(columns), isReadOnly(columns)))
                .toList();
    }

    /** A module of records: the block's own fields, then the shared ones, then the system's. */
    static CrmModule recordModule(String block, SharedFields... shared) {
        return parsed(
                block,
                Stream.concat(Stream.of(shared), Stream.of(SYSTEM_FIELDS)).toList());
    }

    private static CrmModule parsed(String block, List<SharedFields> shared) {
        List<String> lines = block.lines().toList();
        List<String> header = columns(lines.getFirst());
        int number = Integer.parseInt(header.getFirst());
        List<CrmField> fields = new ArrayList<>(fields(number, OWN_FIELDS_OFFSET, lines.subList(1, lines.size())));
        for (SharedFields more : shared) {
            fields.addAll(fields(number, more.offset(), more.lines().lines().toList()));
        }
        return new CrmModule(
                new ModuleId(MODULE_BASE + 2L * number),
                header.get(1),
                header.get(2),
                header.get(3),
                header.get(4),
                GeneratedType.DEFAULT,
                LockingSupport.valueOf(header.get(5)),
                fields);
    }

    private static List<CrmField> fields(int module, int offset, List<String> lines) {
        List<CrmField> fields = new ArrayList<>();
        long id = FIELD_BASE + (long) FIELD_IDS_PER_MODULE * module + offset;
        for (String line : lines) {
            id++;
            fields.add(field(new FieldId(id), columns(line)));
        }
        return fields;
    }

    private static CrmField field(FieldId id, List<String> columns) {
        List<String> pickListValues = columns.size() > 4 ? split(columns.get(4), ",") : List.of();
        return new CrmField(id, columns.getFirst(), columns.get(1), type(columns), isReadOnly(columns), pickListValues);
    }

    private static FieldType type(List<String> columns) {
        return FieldType.find(columns.get(2))
                .orElseThrow(() -> new IllegalArgumentException("no data type in " + columns));
    }

    private static boolean isReadOnly(List<String> columns) {
        return columns.get(3).equals("ro");
    }

    private static List<String> columns(String line) {
        return split(line, "\\|");
    }

    private static List<String> split(String text, String separator) {
        return Arrays.stream(text.split(separator, -1)).map(String::strip).toList();
    }
}
