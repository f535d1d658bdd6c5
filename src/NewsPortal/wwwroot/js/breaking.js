// The flash desk's extras: without them the page is a set of forms.

import './breaking/sending.js';
import './breaking/line.js';
import './breaking/clock.js';
import './breaking/stories.js';
import './breaking/freshness.js';

document.documentElement.dataset.breaking = 'ready';
