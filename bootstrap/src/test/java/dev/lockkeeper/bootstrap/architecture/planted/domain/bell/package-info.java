/** Planted ports with and without contracts. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.domain.bell;

import org.jspecify.annotations.NullMarked;
