/** What modules and fields there are. */
@NullMarked
package dev.lockkeeper.application.catalog;

import org.jspecify.annotations.NullMarked;
