/** What every driven port may run into: a store that is away. */
@NullMarked
package dev.lockkeeper.domain.store;

import org.jspecify.annotations.NullMarked;
