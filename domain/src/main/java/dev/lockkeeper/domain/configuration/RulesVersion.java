package dev.lockkeeper.domain.configuration;

/** Which state of which configuration a verdict on a record rests on. */
public record RulesVersion(ConfigurationId configuration, long version) {}
