/** The token endpoint: where programs get access tokens by themselves (RFC 6749, as Zoho's clients speak it). */
@NullMarked
package dev.lockkeeper.adapter.rest.oauth;

import org.jspecify.annotations.NullMarked;
