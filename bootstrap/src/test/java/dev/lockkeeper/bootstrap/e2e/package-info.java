/** The whole service as a process, through real HTTP, on real PostgreSQL; killed and restarted where that matters. */
@NullMarked
package dev.lockkeeper.bootstrap.e2e;

import org.jspecify.annotations.NullMarked;
