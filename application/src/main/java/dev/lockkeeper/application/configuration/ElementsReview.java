package dev.lockkeeper.application.configuration;

import dev.lockkeeper.application.configuration.ConfigurationDraft.ButtonDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.FieldDraft;
import dev.lockkeeper.application.configuration.ConfigurationDraft.ProfileDraft;
import dev.lockkeeper.application.configuration.ConfigurationFault.ElementFault;
import dev.lockkeeper.application.configuration.ConfigurationFault.Limit;
import dev.lockkeeper.domain.catalog.CrmField;
import dev.lockkeeper.domain.catalog.CrmId;
import dev.lockkeeper.domain.catalog.CrmModule;
import dev.lockkeeper.domain.catalog.FieldId;
import dev.lockkeeper.domain.configuration.CustomButton;
import dev.lockkeeper.domain.configuration.FieldRef;
import dev.lockkeeper.domain.configuration.Label;
import dev.lockkeeper.domain.identity.Profile;
import dev.lockkeeper.domain.identity.ProfileId;
import dev.lockkeeper.domain.identity.ProfileRef;
import dev.lockkeeper.domain.identity.Profiles;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** Judges the profiles, fields and custom buttons that a draft names, each list by its length first. */
final class ElementsReview {

    private static final Set<String> NEVER_EXCLUDED = Set.of("Tag", "Owner");

    private final CrmModule module;
    private final Profiles profiles;
    private final FirstFault faults;

    ElementsReview(CrmModule module, Profiles profiles, FirstFault faults) {
        this.module = module;
        this.profiles = profiles;
        this.faults = faults;
    }

    List<ProfileRef> profiles(List<ProfileDraft> drafts) {
        return elements(Limit.LOCK_EXCLUDED_PROFILES, drafts, this::profile);
    }

    List<FieldRef> fields(List<FieldDraft> drafts) {
        return elements(Limit.EXCLUDED_FIELDS, drafts, this::field);
    }

    List<CustomButton> buttons(List<ButtonDraft> drafts) {
        return elements(Limit.RESTRICTED_CUSTOM_BUTTONS, drafts, this::button);
    }

    /** Judges one element of a list. */
    private interface ElementReview<D, T> {
        Optional<T> review(D draft, int index);
    }

    private <D, T> List<T> elements(Limit limit, List<D> drafts, ElementReview<D, T> review) {
        Set<T> found = new LinkedHashSet<>();
        if (faults.isWithin(limit, drafts.size(), 0)) {
            for (int i = 0; i < drafts.size(); i++) {
                review.review(drafts.get(i), i).ifPresent(found::add);
            }
        }
        return new ArrayList<>(found);
    }

    private Optional<ProfileRef> profile(ProfileDraft draft, int index) {
        Optional<Profile> profile = draft.id() == null
                ? Optional.ofNullable(draft.name()).filter(Label::isLabel).flatMap(profiles::find)
                : profileWithId(draft.id());
        if (profile.isEmpty()) {
            faults.found(
                    draft.id() != null
                            ? ElementFault.PROFILE_ID_UNKNOWN
                            : draft.name() != null ? ElementFault.PROFILE_NAME_UNKNOWN : ElementFault.PROFILE_UNNAMED,
                    index);
        }
        return profile.map(found -> new ProfileRef(found.id(), found.name()));
    }

    private Optional<Profile> profileWithId(String id) {
        OptionalLong parsed = CrmId.parse(id);
        return parsed.isPresent() ? profiles.find(new ProfileId(parsed.getAsLong())) : Optional.empty();
    }

    /** When only one of id and api name is valid, it counts. */
    private Optional<FieldRef> field(FieldDraft draft, int index) {
        if (draft.id() == null && draft.apiName() == null) {
            faults.found(ElementFault.FIELD_UNNAMED, index);
            return Optional.empty();
        }
        Optional<CrmField> byId =
                Optional.ofNullable(draft.id()).flatMap(FieldId::parse).flatMap(module::findField);
        Optional<CrmField> byName = Optional.ofNullable(draft.apiName()).flatMap(module::findField);
        if (byId.isPresent() && byName.isPresent() && !byId.equals(byName)) {
            faults.found(ElementFault.FIELD_AMBIGUOUS, index);
            return Optional.empty();
        }
        Optional<CrmField> field = byId.or(() -> byName);
        if (field.isEmpty()) {
            faults.found(draft.id() == null ? ElementFault.FIELD_NAME_UNKNOWN : ElementFault.FIELD_ID_UNKNOWN, index);
        } else if (field.get().readOnly() || NEVER_EXCLUDED.contains(field.get().apiName())) {
            faults.found(
                    draft.apiName() == null
                            ? ElementFault.FIELD_BY_ID_NOT_SUPPORTED
                            : ElementFault.FIELD_BY_NAME_NOT_SUPPORTED,
                    index);
        }
        return field.map(found -> new FieldRef(found.id(), found.apiName()));
    }

    private Optional<CustomButton> button(ButtonDraft draft, int index) {
        if (!CustomButton.isValid(draft.id(), draft.name())) {
            faults.found(ElementFault.BUTTON_UNKNOWN, index);
            return Optional.empty();
        }
        return Optional.of(new CustomButton(draft.id(), draft.name()));
    }
}
