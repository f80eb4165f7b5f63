package dev.lockkeeper.domain.mirror;

class InMemoryChannelsTest implements ChannelsContract {

    private final InMemoryChannels channels = new InMemoryChannels();

    @Override
    public Channels channels() {
        return channels;
    }
}
