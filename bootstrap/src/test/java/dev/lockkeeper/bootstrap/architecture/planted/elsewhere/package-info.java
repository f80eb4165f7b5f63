/** Planted outside every ring. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.elsewhere;

import org.jspecify.annotations.NullMarked;
