package dev.lockkeeper.domain.catalog;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The modules of one organisation, found by api name or id. Immutable. */
public final class Catalog {

    /**
     * The organisation prefix of every id made here: ids are built as Zoho builds them, seven digits × 10<sup>12</sup>
     * plus a number. The standard catalogue takes the numbers below one million; those above are for what is made at
     * run time. It is part of every stored id and may never change.
     */
    public static final long ORGANIZATION = 1777000L;

    /** The largest id of the standard catalogue, in this release or a later one. */
    public static final long LARGEST_STANDARD_ID = ORGANIZATION * 1_000_000_000_000L + 1_000_000;

    private final List<CrmModule> modules;
    private final Map<String, CrmModule> byName = new HashMap<>();
    private final Map<ModuleId, CrmModule> byId = new HashMap<>();

    /**
     * A catalogue of these modules, listed in this order.
     *
     * @throws IllegalArgumentException when two modules share an id or, whatever the case, an api name, or when a field
     *     id occurs in two of them
     */
    public Catalog(List<CrmModule> modules) {
        this.modules = List.copyOf(modules);
        Set<FieldId> fieldIds = new HashSet<>();
        for (CrmModule module : this.modules) {
            if (byName.put(folded(module.apiName()), module) != null) {
                throw new IllegalArgumentException("two modules are named " + module.apiName());
            }
            if (byId.put(module.id(), module) != null) {
                throw new IllegalArgumentException("two modules have the id " + module.id());
            }
            for (CrmField field : module.fields()) {
                if (!fieldIds.add(field.id())) {
                    throw new IllegalArgumentException(
                            "the id of field " + module.apiName() + "." + field.apiName() + " is taken: " + field.id());
                }
            }
        }
    }

    /**
     * The modules that every organisation has: those that support locking, those known not to, and
     * {@code Locking_Information__s}. Ids stay the same from release to release.
     */
    public static Catalog standard() {
        return Standard.CATALOG;
    }

    /** All modules, in the order in which metadata lists them. */
    public List<CrmModule> modules() {
        return modules;
    }

    /** The module with this api name, in any case: a seed's own sample writes {@code Locking_Information__S}. */
    public Optional<CrmModule> find(String apiName) {
        return Optional.ofNullable(byName.get(folded(apiName)));
    }

    /** The module with this id. */
    public Optional<CrmModule> find(ModuleId id) {
        return Optional.ofNullable(byId.get(id));
    }

    // With the default locale, "INVOICES" would not find Invoices on a Turkish machine.
    private static String folded(String apiName) {
        return apiName.toLowerCase(Locale.ROOT);
    }

    /** Built when first asked for, so that a catalogue of other modules costs nothing more. */
    private static final class Standard {
        static final Catalog CATALOG = new Catalog(StandardModules.all());
    }
}
