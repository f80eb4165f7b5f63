/** Planted in the domain. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.domain.lock;

import org.jspecify.annotations.NullMarked;
