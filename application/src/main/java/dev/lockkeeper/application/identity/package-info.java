/** Who is calling. */
@NullMarked
package dev.lockkeeper.application.identity;

import org.jspecify.annotations.NullMarked;
