/** Planted in a ring, outside every feature. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.domain;

import org.jspecify.annotations.NullMarked;
