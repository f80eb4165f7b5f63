/** Work that takes longer than a call: what it is, how far it has come, and the ports that keep it and have it done. */
@NullMarked
package dev.lockkeeper.domain.job;

import org.jspecify.annotations.NullMarked;
