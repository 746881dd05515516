//! The plugins that are linked into the program: the only place that names them.
//!
//! rustc does not link a dependency that no code names, and what is not linked cannot register
//! itself: there would be no error, and no plugin either. One line per plugin is all that the host
//! has to say of it.

use gateway_plugin_audit_log as _;
use gateway_plugin_bearer_tokens as _;
use gateway_plugin_catalog as _;
use gateway_plugin_health as _;
use gateway_plugin_rate_limit as _;
use gateway_plugin_response_cache as _;
use gateway_plugin_sessions as _;
