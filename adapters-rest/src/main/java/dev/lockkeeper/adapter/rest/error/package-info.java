/** How each surface says no: the one place where a refusal gets its wire form. */
@NullMarked
package dev.lockkeeper.adapter.rest.error;

import org.jspecify.annotations.NullMarked;
