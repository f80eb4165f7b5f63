/** Zoho CRM as the authority. Empty in this version, which decides by itself; its fences stand already. */
@NullMarked
package dev.lockkeeper.adapter.zoho;

import org.jspecify.annotations.NullMarked;
