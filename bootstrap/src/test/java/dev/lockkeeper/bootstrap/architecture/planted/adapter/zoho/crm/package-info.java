/** Planted in the Zoho adapter. */
@NullMarked
package dev.lockkeeper.bootstrap.architecture.planted.adapter.zoho.crm;

import org.jspecify.annotations.NullMarked;
