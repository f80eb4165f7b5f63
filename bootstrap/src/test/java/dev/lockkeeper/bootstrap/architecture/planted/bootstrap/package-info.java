/** Planted where things are wired together. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.bootstrap;

import org.jspecify.annotations.NullMarked;
