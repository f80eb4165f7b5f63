package dev.lockkeeper.domain.identity;

class InMemoryProfilesTest implements ProfilesContract {

    private final IdentityStore store = new InMemoryIdentityStore();

    @Override
    public IdentityStore store() {
        return store;
    }

    @Override
    public Profiles profiles() {
        return store.profiles();
    }
}
