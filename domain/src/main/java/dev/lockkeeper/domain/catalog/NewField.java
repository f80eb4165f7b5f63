package dev.lockkeeper.domain.catalog;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A field to be added to a module.
 *
 * @param apiName its key in a record's JSON; {@link Naming#isApiName}
 * @param label what users read; {@link Naming#isLabel}
 * @param type any type; pick lists are added without values
 * @param readOnly whether the CRM alone sets it
 */
public record NewField(String apiName, String label, FieldType type, boolean readOnly) {

    /** So many fields can be added to one module, beside its standard ones. */
    public static final int MAX_PER_MODULE = 500;

    /** @throws IllegalArgumentException when the api name or the label is none */
    public NewField {
        Naming.requireApiName(apiName);
        Naming.requireLabel(label, apiName);
    }

    /** This field as one that was added. */
    CrmField added(FieldId id) {
        return new CrmField(id, apiName, label, type, readOnly, List.of(), true);
    }

    /** This field as one that modules of its kind always have. */
    CrmField standard(FieldId id) {
        return new CrmField(id, apiName, label, type, readOnly, List.of());
    }

    /**
     * Refuses fields that cannot be added together.
     *
     * @throws IllegalArgumentException when there are too many, or two have one name in any case
     */
    static void requireTogether(List<NewField> fields) {
        if (fields.size() > MAX_PER_MODULE) {
            throw new IllegalArgumentException(fields.size() + " fields are more than " + MAX_PER_MODULE);
        }
        if (fields.stream().map(NewField::folded).distinct().count() < fields.size()) {
            throw new IllegalArgumentException("two fields have one api name");
        }
    }

    /** The api name of the first of these fields that has, in any case, one of the names taken. */
    static Optional<String> firstTaken(List<NewField> fields, Collection<String> taken) {
        Set<String> folded =
                taken.stream().map(name -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
        return fields.stream()
                .filter(field -> folded.contains(field.folded()))
                .map(NewField::apiName)
                .findFirst();
    }

    private String folded() {
        return apiName.toLowerCase(Locale.ROOT);
    }
}
