package dev.lockkeeper.domain.mirror;

import dev.lockkeeper.domain.catalog.ModuleId;
import dev.lockkeeper.domain.crm.ChannelId;
import java.time.Instant;

/** A channel over which the CRM tells of a module's records. */
public record OpenChannel(ChannelId id, ModuleId module, Instant expiresAt) {}
