package dev.lockkeeper.domain.mirror;

class InMemoryMirroredModulesTest implements MirroredModulesContract {

    private final InMemoryMirroredModules modules = new InMemoryMirroredModules();

    @Override
    public MirroredModules modules() {
        return modules;
    }
}
