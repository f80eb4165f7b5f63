/** A server that speaks as Zoho does, and fails as networks do. */
@NullMarked
package dev.lockkeeper.adapter.zoho.standin;

import org.jspecify.annotations.NullMarked;
