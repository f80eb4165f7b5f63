/** Tests of what one caller may ask for. */
@NullMarked
package dev.lockkeeper.adapter.rest.limit;

import org.jspecify.annotations.NullMarked;
