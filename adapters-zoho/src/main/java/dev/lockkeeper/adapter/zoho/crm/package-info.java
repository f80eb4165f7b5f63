/** The port {@link dev.lockkeeper.domain.crm.Crm} on Zoho CRM, over HTTP. */
@NullMarked
package dev.lockkeeper.adapter.zoho.crm;

import org.jspecify.annotations.NullMarked;
