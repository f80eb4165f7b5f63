/** How the records of a module may be locked. */
@NullMarked
package dev.lockkeeper.domain.configuration;

import org.jspecify.annotations.NullMarked;
