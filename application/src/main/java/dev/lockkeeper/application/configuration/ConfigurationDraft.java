package dev.lockkeeper.application.configuration;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A configuration as a client wrote it, of the right JSON types but otherwise unchecked. What is null was not sent, or
 * sent as {@code null} where that means the same; a list that was sent as {@code null} is empty.
 *
 * @param id names the configuration to change where the address does not
 */
public record ConfigurationDraft(
        @Nullable String id,
        @Nullable String lockType,
        @Nullable List<RuleDraft> lockingRules,
        @Nullable String lockedFor,
        @Nullable List<ProfileDraft> lockExcludedProfiles,
        @Nullable List<FieldDraft> excludedFields,
        @Nullable String featureType,
        @Nullable List<String> restrictedActions,
        @Nullable List<String> restrictedCommunications,
        @Nullable List<ButtonDraft> restrictedCustomButtons,
        @Nullable Boolean lockForPortalUsers) {

    /**
     * A rule of a draft.
     *
     * @param id names a rule to edit or remove; without it a rule is added
     * @param criteria a tree as {@link dev.lockkeeper.domain.criteria.CriteriaReader} reads it
     * @param delete Zoho's {@code _delete}
     */
    public record RuleDraft(
            @Nullable String id,
            @Nullable String name,
            @Nullable Boolean lockExistingRecords,
            @Nullable Object criteria,
            boolean delete) {}

    /** A profile of a draft; its id counts when both are given. */
    public record ProfileDraft(
            @Nullable String id, @Nullable String name) {}

    /** A field of a draft. */
    public record FieldDraft(@Nullable String id, @Nullable String apiName) {}

    /** A custom button of a draft. */
    public record ButtonDraft(@Nullable String id, @Nullable String name) {}
}
