/** Zoho CRM as the authority. It decides there, and is called here. */
@NullMarked
package dev.lockkeeper.adapter.zoho;

import org.jspecify.annotations.NullMarked;
